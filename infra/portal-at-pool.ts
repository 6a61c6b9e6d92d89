import { Duration, Fn, Stack } from 'aws-cdk-lib'
import {
  CfnManagedLoginBranding,
  type CfnUserPoolClient,
  ClientAttributes,
  ManagedLoginVersion,
  OAuthScope,
  type UserPool,
} from 'aws-cdk-lib/aws-cognito'
import { Construct } from 'constructs'

export interface PortalAtPoolProps {
  readonly pool: UserPool
  /** Where the pages are served from: people come back to `/auth/callback` there. */
  readonly origin: string
  /** Begins the name of the sign-in pages' host: "cleartier-staff". */
  readonly hostBegins: string
}

/** As the portal is registered with a pool: it sends people to the pool's own pages, and takes a code for a token. */
export class PortalAtPool extends Construct {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** Where the sign-in pages are: "https://cleartier-….auth.eu-west-2.amazoncognito.com". */
  readonly signInPages: string

  constructor(scope: Construct, id: string, { pool, origin, hostBegins }: PortalAtPoolProps) {
    super(scope, id)
    const domain = pool.addDomain('SignIn', {
      cognitoDomain: { domainPrefix: `${hostBegins}-${stackPart(Stack.of(this))}` },
      managedLoginVersion: ManagedLoginVersion.NEWER_MANAGED_LOGIN,
    })
    const client = pool.addClient('Portal', {
      userPoolClientName: 'portal',
      // With a secret nobody but the portal signs up, signs in or asks for codes by Cognito's API, around its pages.
      generateSecret: true,
      authFlows: { user: true, userSrp: true },
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID, OAuthScope.EMAIL, OAuthScope.PROFILE],
        callbackUrls: [`${origin}/auth/callback`],
      },
      preventUserExistenceErrors: true,
      readAttributes: new ClientAttributes().withStandardAttributes({
        email: true,
        emailVerified: true,
        fullname: true,
      }),
      // Cognito refuses a client that may not write what a pool requires. Nobody changes their address by it all the same: the
      // portal asks for no token that could, and without its secret nobody gets one.
      writeAttributes: new ClientAttributes().withStandardAttributes({ email: true, fullname: true }),
      // The portal looks at a token once, when it comes; refreshing is never asked for.
      ...{ accessTokenValidity: Duration.minutes(5), idTokenValidity: Duration.minutes(5) },
      refreshTokenValidity: Duration.hours(1),
      // As long as the portal remembers that somebody left to sign in.
      authSessionValidity: Duration.minutes(10),
    })
    const { attrClientSecret, ref } = client.node.defaultChild as CfnUserPoolClient
    // Without a look of its own, be it the usual one, a client has no pages.
    new CfnManagedLoginBranding(this, 'Look', {
      ...{ userPoolId: pool.userPoolId, clientId: ref, useCognitoProvidedValues: true },
    }).node.addDependency(domain)
    this.issuer = `https://cognito-idp.${Stack.of(this).region}.amazonaws.com/${pool.userPoolId}`
    this.clientId = ref
    this.clientSecret = attrClientSecret
    this.signInPages = domain.baseUrl()
  }
}

/** Hosts of sign-in pages are unique in all of AWS, and so is the last part of a stack's id. */
const stackPart = (stack: Stack): string => Fn.select(2, Fn.split('/', stack.stackId))
