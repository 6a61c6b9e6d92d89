import { createHash } from 'node:crypto'
import { ACCOUNT, REGION, type TemplateResource } from './template-resource.ts'

/** What stands in a template in the place of a value that only CloudFormation knows. */
type Intrinsic = Readonly<Record<string, unknown>>

/**
 * Gives the value of a part of a template as it would be in an account: names, ARNs and secrets that are made from logical
 * ids. Throws for what it does not know how to resolve.
 */
export type Resolver = (value: unknown) => unknown

/**
 * `names` gives a resource another name than its logical id, as the table has in the embedded database; `origins` replaces
 * the beginning of addresses, as of the provider of tokens, by one on this machine.
 */
export interface ResolverOptions {
  readonly resources: Readonly<Record<string, TemplateResource>>
  readonly names: Readonly<Record<string, string>>
  readonly origins: Readonly<Record<string, string>>
}

const PSEUDO: Readonly<Record<string, string>> = {
  ...{ 'AWS::AccountId': ACCOUNT, 'AWS::Region': REGION, 'AWS::Partition': 'aws', 'AWS::URLSuffix': 'amazonaws.com' },
  ...{ 'AWS::StackName': 'Cleartier-prod', 'AWS::StackId': `arn:aws:cloudformation:${REGION}:${ACCOUNT}:stack/c/1` },
}

export function resolver({ resources, names, origins }: ResolverOptions): Resolver {
  const nameOf = (id: string) => names[id] ?? (resources[id]?.Type === 'AWS::S3::Bucket' ? id.toLowerCase() : id)

  function resolve(value: unknown): unknown {
    if (typeof value === 'string') return withOrigins(withSecrets(value))
    if (Array.isArray(value)) return value.map(resolve)
    if (typeof value !== 'object' || value === null) return value
    const [[key, argument] = ['', undefined], ...more] = Object.entries(value)
    if (more.length > 0 || !(key === 'Ref' || key.startsWith('Fn::')))
      return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, resolve(one)]))
    return withOrigins(withSecrets(called(key, argument)))
  }

  function called(intrinsic: string, argument: unknown): string {
    switch (intrinsic) {
      case 'Ref':
        return PSEUDO[String(argument)] ?? referred(String(argument))
      case 'Fn::GetAtt': {
        const [id = '', ...attribute] = typeof argument === 'string' ? argument.split('.') : (argument as string[])
        return attributeOf(id, attribute.join('.'))
      }
      case 'Fn::Join': {
        const [glue, parts] = argument as [string, unknown[]]
        return parts.map((part) => String(resolve(part))).join(glue)
      }
      case 'Fn::Split':
      case 'Fn::Select':
        return selected(intrinsic, argument)
      default:
        throw new Error(`${intrinsic} is new in the template: teach it to the resolver.`)
    }
  }

  function selected(intrinsic: string, argument: unknown): string {
    if (intrinsic === 'Fn::Split') throw new Error('Fn::Split stands outside of Fn::Select.')
    const [index, list] = argument as [number | string, Intrinsic | unknown[]]
    if (Array.isArray(list)) return String(resolve(list[Number(index)]))
    const [glue, text] = list['Fn::Split'] as [string, unknown]
    return String(resolve(text)).split(glue)[Number(index)] ?? ''
  }

  function referred(id: string): string {
    switch (resources[id]?.Type) {
      case 'AWS::SQS::Queue':
        return `https://sqs.${REGION}.amazonaws.com/${ACCOUNT}/${nameOf(id)}`
      case 'AWS::Lambda::Alias':
        return aliasArn(id)
      case 'AWS::SecretsManager::Secret':
        return attributeOf(id, 'Arn')
      case 'AWS::SNS::Topic':
        return attributeOf(id, 'Arn')
      case 'AWS::Cognito::UserPool':
        return `${REGION}_${id}`
      case undefined:
        throw new Error(`${id} is not in the template.`)
      default:
        return nameOf(id)
    }
  }

  const aliasArn = (id: string): string => {
    const { FunctionName, Name } = resources[id]?.Properties ?? {}
    return `arn:aws:lambda:${REGION}:${ACCOUNT}:function:${resolve(FunctionName)}:${resolve(Name)}`
  }

  function attributeOf(id: string, attribute: string): string {
    const name = nameOf(id)
    if (attribute === 'StreamArn') return `${attributeOf(id, 'Arn')}/stream/2026-01-01T00:00:00.000`
    if (attribute === 'DomainName' && resources[id]?.Type === 'AWS::CloudFront::Distribution')
      return 'd111111abcdef8.cloudfront.net'
    if (attribute === 'ClientSecret') return secretOf(id)
    if (attribute !== 'Arn') return `${id}.${attribute}`
    const place = `${REGION}:${ACCOUNT}`
    switch (resources[id]?.Type) {
      case 'AWS::DynamoDB::GlobalTable':
        return `arn:aws:dynamodb:${place}:table/${name}`
      case 'AWS::S3::Bucket':
        return `arn:aws:s3:::${name}`
      case 'AWS::Lambda::Function':
        return `arn:aws:lambda:${place}:function:${name}`
      case 'AWS::Events::EventBus':
        return `arn:aws:events:${place}:event-bus/${name}`
      case 'AWS::KMS::Key':
        return `arn:aws:kms:${place}:key/${name}`
      case 'AWS::CloudFront::KeyValueStore':
        return `arn:aws:cloudfront::${ACCOUNT}:key-value-store/${name}`
      case 'AWS::SecretsManager::Secret':
        return `arn:aws:secretsmanager:${place}:secret:${name}`
      default:
        return `arn:aws:${resources[id]?.Type.split('::')[1]?.toLowerCase()}:${place}:${name}`
    }
  }

  const withOrigins = (text: string): string => {
    const found = Object.entries(origins).find(([origin]) => text.startsWith(origin))
    return found ? found[1] + text.slice(found[0].length) : text
  }
  return resolve
}

/** The reference of a secret, put in its place when deploying. */
const SECRET = /\{\{resolve:secretsmanager:(.+?):SecretString:([^:}]*)[^}]*\}\}/g

const withSecrets = (text: string): string =>
  text.replaceAll(SECRET, (_, secret: string, key: string) => secretOf(secret + key))

/** 43 characters that are 32 bytes in base64url, as those are that Secrets Manager is asked for. */
const secretOf = (name: string): string => createHash('sha256').update(name).digest('base64url')
