import { Duration } from 'aws-cdk-lib'
import { OAuthScope, type UserPool, UserPoolResourceServer } from 'aws-cdk-lib/aws-cognito'
import { Construct } from 'constructs'

/** What tokens are for, and what stands in front of their scopes (`functions/http/machines.ts`). */
const API = 'urn:cleartier:api'

/** Every right, as the functions know them (`functions/http/scope.ts`). */
const SCOPES = {
  'events:write': 'send purchases and other events',
  'members:read': "read members' standings",
  'perks:redeem': 'redeem perks at the till',
  'program:write': 'draft the program',
  'program:approve': 'approve what others drafted',
  'finance:read': 'read costs and refunds',
  'finance:close': 'close a period',
  ops: 'see, mend and replay refused events',
}

type Right = keyof typeof SCOPES

/** Nobody's machine approves: that is for a person. */
const MACHINES: Readonly<Record<string, readonly Right[]>> = {
  shop: ['events:write'],
  till: ['members:read', 'perks:redeem'],
  studio: ['program:write'],
  finance: ['finance:read', 'finance:close'],
  ops: ['ops', 'members:read'],
}

export interface MachinesProps {
  /** Gives the tokens out. */
  readonly pool: UserPool
}

/**
 * A client for each kind of machine, with the rights of its kind. Their secrets are made by Cognito and shown to nobody here:
 * whoever may, asks it for them.
 */
export class Machines extends Construct {
  constructor(scope: Construct, id: string, { pool }: MachinesProps) {
    super(scope, id)
    const scopes = Object.entries(SCOPES).map(([scopeName, scopeDescription]) => ({ scopeName, scopeDescription }))
    const server = new UserPoolResourceServer(this, 'Api', {
      ...{ userPool: pool, identifier: API, userPoolResourceServerName: 'api', scopes },
    })
    const scopeOf = (right: Right) =>
      OAuthScope.resourceServer(server, { scopeName: right, scopeDescription: SCOPES[right] })
    for (const [name, rights] of Object.entries(MACHINES)) {
      pool.addClient(`Machine-${name}`, {
        userPoolClientName: name,
        generateSecret: true,
        oAuth: { flows: { clientCredentials: true }, scopes: rights.map(scopeOf) },
        // No person signs in as a machine.
        authFlows: { userSrp: false },
        accessTokenValidity: Duration.hours(1),
      })
    }
  }
}
