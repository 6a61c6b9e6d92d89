import { fileURLToPath } from 'node:url'
import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Alias, Architecture, type IFunction, type IVersion, Runtime } from 'aws-cdk-lib/aws-lambda'
import { type ICommandHooks, NodejsFunction, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import type { Construct } from 'constructs'

const root = fileURLToPath(new URL('..', import.meta.url))

export interface RoomFunctionProps {
  /** The room under `functions/` whose `lambda.ts` is the entry. */
  readonly room: 'portal' | 'intake' | 'desk' | 'studio' | 'finance' | 'publisher' | 'analytics'
  readonly environment: Readonly<Record<string, string>>
  /** Below the 30 seconds of the HTTP API where that waits for it, so that a timeout is answered by us. */
  readonly timeout?: Duration
  /** Left out: 512. */
  readonly memorySizeMb?: number
  /** Packages that are packed as they are, by `commandHooks`. */
  readonly external?: readonly string[]
  /** Packs more than the bundle of the entry. */
  readonly commandHooks?: ICommandHooks
}

/** The function of one room, with a role, a log and a bundle of its own. */
export class RoomFunction extends NodejsFunction {
  /** The version that is in use: what calls the function calls this. */
  readonly live: IFunction

  constructor(scope: Construct, id: string, props: RoomFunctionProps) {
    const { room, environment, timeout = Duration.seconds(10), commandHooks } = props
    const { memorySizeMb = 512, external = [] } = props
    const logGroup = new LogGroup(scope, `${id}Log`, {
      retention: RetentionDays.THREE_MONTHS,
      removalPolicy: RemovalPolicy.DESTROY,
    })
    // A role of its own instead of the usual one: it may write this one log, and otherwise what it is granted.
    const role = new Role(scope, `${id}Role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') })
    logGroup.grantWrite(role)
    super(scope, id, {
      entry: `${root}functions/${room}/lambda.ts`,
      projectRoot: root,
      depsLockFilePath: `${root}package-lock.json`,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: memorySizeMb,
      timeout,
      environment: { ...environment, NODE_OPTIONS: '--enable-source-maps' },
      role,
      logGroup,
      bundling: {
        format: OutputFormat.ESM,
        mainFields: ['module', 'main'],
        target: 'node24',
        // The runtime's own SDK is older and starts more slowly than a bundled one.
        bundleAwsSDK: true,
        externalModules: [...external],
        sourceMap: true,
        sourcesContent: false,
        ...(commandHooks && { commandHooks }),
      },
    })
    // The library's own classes and interfaces differ in a detail of their types.
    const version = this.currentVersion as IVersion
    this.live = new Alias(this, 'Live', { aliasName: 'live', version }) as IFunction
  }
}
