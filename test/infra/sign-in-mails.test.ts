import { describe, expect, test } from 'vitest'
import { resourcesOf, synthesized } from './template.ts'

describe('mails about sign-in', () => {
  const senders = (of: ReturnType<typeof synthesized>) =>
    resourcesOf(of, 'AWS::Cognito::UserPool').map(({ Properties }) => Properties.EmailConfiguration)

  test('come from Cognito where nobody is named', () => {
    const cognito = { EmailSendingAccount: 'COGNITO_DEFAULT' }
    expect(senders(synthesized())).toEqual([cognito, cognito])
  })

  test('come from the address that is named, by the domain that SES has verified', () => {
    const identity = { 'Fn::Join': ['', expect.arrayContaining([expect.stringContaining('identity/shop.example')])] }
    const sender = { EmailSendingAccount: 'DEVELOPER', From: 'loyalty@shop.example', SourceArn: identity }
    expect(senders(synthesized({ senderMail: 'loyalty@shop.example' }))).toEqual([sender, sender])
  })
})
