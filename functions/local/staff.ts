import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider'
import { argumentsBy, DONE, REFUSED, runCommand } from './aws/run-command.ts'
import { stageThere } from './aws/stage-there.ts'
import { SetupFault } from './setup-fault.ts'
import { GROUPS, groupIn, mailIn, openStaffPool } from './staff/staff-pool.ts'

const USAGE = [
  `npm run staff -- --stage prod add MAIL --group ${GROUPS.join('|')}    (--group may stand more than once)`,
  'npm run staff -- --stage prod remove MAIL',
  'npm run staff -- --stage prod list',
].join('\n')

type Task =
  | { readonly kind: 'list' }
  | { readonly kind: 'remove'; readonly email: string }
  | { readonly kind: 'add'; readonly email: string; readonly groups: readonly string[] }

/** `npm run staff`: who may sign in to work with a stage, and to do what. */
async function main(): Promise<number> {
  const { stage, task } = askedFor(process.argv.slice(2))
  const { region, outputs } = await stageThere(stage)
  if (outputs.StaffPool === undefined) {
    throw new SetupFault(`The stage ${stage} has a provider of its own. Whoever is to work with it is added there.`)
  }
  return perform(task, openStaffPool(new CognitoIdentityProviderClient({ region }), outputs.StaffPool))
}

async function perform(task: Task, pool: ReturnType<typeof openStaffPool>): Promise<number> {
  switch (task.kind) {
    case 'add': {
      const added = await pool.add(task.email, task.groups)
      console.log(`${task.email} ${added}, with what ${task.groups.join(' and ')} may do.`)
      return DONE
    }
    case 'remove': {
      const isGone = await pool.remove(task.email)
      console.log(isGone ? `${task.email} cannot sign in any more.` : `There is nobody called ${task.email}.`)
      return isGone ? DONE : REFUSED
    }
    case 'list':
      for await (const { email, groups, hasSignedIn } of pool.all()) {
        console.log(`${email}  ${groups.join(', ') || 'no group'}${hasSignedIn ? '' : '  (invited)'}`)
      }
      return DONE
    default:
      return task satisfies never
  }
}

function askedFor(args: readonly string[]): { readonly stage: string; readonly task: Task } {
  const options = { stage: { type: 'string' }, group: { type: 'string', multiple: true } } as const
  const { values, positionals } = argumentsBy({ args: [...args], options, allowPositionals: true }, USAGE)
  const [kind, mail, ...more] = positionals
  const { stage, group = [] } = values
  if (stage === undefined || more.length > 0) throw new SetupFault(`Usage: ${USAGE}`)
  return { stage, task: taskOf(kind, mail, group) }
}

function taskOf(kind: string | undefined, mail: string | undefined, groups: readonly string[]): Task {
  if (kind === 'list' && mail === undefined) return { kind }
  if (mail === undefined) throw new SetupFault(`Usage: ${USAGE}`)
  if (kind === 'remove') return { kind, email: mailIn(mail) }
  if (kind !== 'add') throw new SetupFault(`Usage: ${USAGE}`)
  if (groups.length === 0) throw new SetupFault(`Say what ${mail} may do: --group ${GROUPS.join('|')}.`)
  return { kind, email: mailIn(mail), groups: groups.map(groupIn) }
}

await runCommand(main)
