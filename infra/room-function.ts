import { fileURLToPath } from 'node:url'
import { AssetHashType, DockerImage, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib'
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import {
  Alias,
  Architecture,
  Code,
  type IFunction,
  type IVersion,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
} from 'aws-cdk-lib/aws-lambda'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import type { Construct } from 'constructs'
import { bundleRoom } from './room-code.ts'

const functions = fileURLToPath(new URL('../functions', import.meta.url))

export interface RoomFunctionProps {
  /** The room under `functions/` that the entry is in. */
  readonly room: 'portal' | 'intake' | 'desk' | 'studio' | 'finance' | 'publisher' | 'analytics' | 'herald'
  /** The file of the room that has the handler, without its ending. Left out: 'lambda'. */
  readonly entry?: string
  readonly environment: Readonly<Record<string, string>>
  /** Below the 30 seconds of the HTTP API where that waits for it, so that a timeout is answered by us. */
  readonly timeout?: Duration
  /** Left out: 512. */
  readonly memorySizeMb?: number
  /** Executions at once that are set aside for it and that it cannot exceed. Left out: it shares what the account has. */
  readonly reservedConcurrency?: number
  /** Executions that are kept started. Left out: none. */
  readonly warm?: number
  /** Puts more into the folder that holds the bundle of the entry. */
  readonly pack?: (folder: string) => void
}

/** The function of one room, with a role, a log and a bundle of its own. */
export class RoomFunction extends LambdaFunction {
  /** The version that is in use: what calls the function calls this. */
  readonly live: IFunction
  /** The same with all that the library knows of it, for roll-outs. */
  readonly alias: Alias
  /** As its metrics and logs call it. */
  readonly room: string

  constructor(scope: Construct, id: string, props: RoomFunctionProps) {
    const { room, entry = 'lambda', environment, timeout = Duration.seconds(10) } = props
    const { memorySizeMb = 512, reservedConcurrency, warm = 0, pack } = props
    const logGroup = new LogGroup(scope, `${id}Log`, {
      retention: RetentionDays.THREE_MONTHS,
      removalPolicy: RemovalPolicy.DESTROY,
    })
    // A role of its own instead of the usual one: it may write this one log, and otherwise what it is granted.
    const role = new Role(scope, `${id}Role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') })
    logGroup.grantWrite(role)
    super(scope, id, {
      code: codeOf(room, entry, pack),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: memorySizeMb,
      timeout,
      environment: {
        ...environment,
        // Two stages in one account count apart.
        POWERTOOLS_METRICS_NAMESPACE: Stack.of(scope).stackName,
      },
      role,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      // The version before stays, so that an alias can be put back to it by hand; one of a deployment that failed does not,
      // for Lambda would refuse to make it again from the same code.
      currentVersionOptions: { removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE },
      ...(reservedConcurrency !== undefined && { reservedConcurrentExecutions: reservedConcurrency }),
    })
    this.room = room
    // The library's own classes and interfaces differ in a detail of their types.
    const version = this.currentVersion as IVersion
    this.alias = new Alias(this, 'Live', {
      aliasName: 'live',
      version,
      ...(warm > 0 && { provisionedConcurrentExecutions: warm }),
    })
    this.live = this.alias as IFunction
  }
}

/** The bundle is made on this machine, and named by what is in it: equal sources are not deployed again. */
function codeOf(room: string, entry: string, pack?: (folder: string) => void): Code {
  const tryBundle = (folder: string) => {
    bundleRoom(room, entry, folder)
    pack?.(folder)
    return true
  }
  // Image and command are never used; but what has the same folder and the same command is taken for the same bundle.
  const bundling = { image: DockerImage.fromRegistry('none'), command: [room, entry], local: { tryBundle } }
  return Code.fromAsset(`${functions}/${room}`, { assetHashType: AssetHashType.OUTPUT, bundling })
}
