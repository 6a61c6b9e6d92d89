/** Loads the bundle at an address, as Lambda does, sends it one event and writes the status of the answer, and why it refused. */
const [, , bundle, event] = process.argv
const { handler } = await import(bundle)
const context = {
  ...{ awsRequestId: '8f507cfc-example', functionName: 'measured', functionVersion: '1' },
  invokedFunctionArn: 'arn:aws:lambda:eu-west-2:123456789012:function:measured',
  getRemainingTimeInMillis: () => 10_000,
}
const { statusCode, body } = await handler(JSON.parse(event), context)
if (statusCode >= 300) process.stderr.write(body)
process.stdout.write(String(statusCode), () => process.exit())
