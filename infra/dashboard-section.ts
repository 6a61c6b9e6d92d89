import { GraphWidget, type IMetric, type IWidget, SingleValueWidget, TextWidget } from 'aws-cdk-lib/aws-cloudwatch'

/** A dashboard is 24 wide, and starts a new row where one is full. */
const WHOLE = 24
const HALF = 12
const HEIGHT = 6

/** A heading, what is to be seen below it in plain words, and the pictures. */
export function section(heading: string, words: string, ...pictures: readonly IWidget[]): readonly IWidget[] {
  return [new TextWidget({ markdown: `## ${heading}\n${words}`, width: WHOLE, height: 2 }), ...pictures]
}

/** Lines over time, in half a row; `right` has a scale of its own. */
export function lines(title: string, left: readonly IMetric[], right: readonly IMetric[] = []): IWidget {
  return new GraphWidget({ title, left: [...left], right: [...right], width: HALF, height: HEIGHT })
}

/** The last value, in half a row. */
export function figure(title: string, ...metrics: readonly IMetric[]): IWidget {
  return new SingleValueWidget({ title, metrics: [...metrics], width: HALF, height: HEIGHT })
}
