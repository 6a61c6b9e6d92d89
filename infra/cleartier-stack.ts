import { CfnOutput, CfnParameter, Stack, type StackProps } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import { Analytics } from './analytics.ts'
import { Archive } from './archive.ts'
import { Audiences } from './audiences.ts'
import { Data } from './data.ts'
import { FrontDoor } from './front-door.ts'
import { Publishing } from './publishing.ts'
import { SignIn } from './sign-in.ts'
import { Site } from './site.ts'

/** All of Cleartier in one account and region. Nothing here decides anything: it connects what the other files make. */
export class CleartierStack extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props)
    const { table } = new Data(this, 'Data')
    const archive = new Archive(this, 'Archive')
    const frontDoor = new FrontDoor(this, 'FrontDoor')
    const { bucket, pointer, origin } = new Site(this, 'Site', { api: frontDoor.api })
    const signIn = new SignIn(this, 'SignIn')
    const { valueAsString: offerOrigins } = new CfnParameter(this, 'OfferOrigins', {
      default: '',
      description: 'Other sites whose pages may ask for a quote, parted by blanks: https://shop.example',
    })
    const { publisher } = new Publishing(this, 'Publishing', { table, pages: bucket, pointer, origin })
    const audiences = new Audiences(this, 'For', {
      ...{ table, archive, signIn, pages: bucket, publisher },
      ...{ origin, offerOrigins },
    })
    const { portal, intake, desk, studio, finance } = audiences
    new Analytics(this, 'Analytics', { table, pseudonymKey: signIn.pseudonymKey })

    frontDoor.leadsTo(portal, '/auth/{proxy+}', '/api/v1/{proxy+}')
    frontDoor.leadsTo(intake, '/api/v1/events', '/api/v1/refusals', '/api/v1/refusals/{proxy+}')
    frontDoor.leadsTo(
      desk,
      '/api/v1/till',
      '/api/v1/cards/{proxy+}',
      '/api/v1/members/{proxy+}',
      '/api/v1/redemptions/{proxy+}',
    )
    frontDoor.leadsTo(studio, '/api/v1/studio/{proxy+}')
    frontDoor.leadsTo(finance, '/api/v1/finance/{proxy+}')

    new CfnOutput(this, 'Address', { value: origin, description: 'Where the portal is' })
  }
}
