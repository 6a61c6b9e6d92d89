import { PriceClass } from 'aws-cdk-lib/aws-cloudfront'

/**
 * Which of CloudFront's locations serve a portal, by where it is: the fewest, and so the least dear, that are near its
 * customers. Everyone else is served too, from further away. (The classes as aws.amazon.com/cloudfront/pricing has them,
 * November 2026: 100 has North America and Europe with Israel; 200 adds Africa, the Middle East and Asia; all of them add
 * South America, Australia and New Zealand.)
 */
export function priceClassFor(region: string): PriceClass {
  if (/^(?:us|ca|mx|eu|il)-/.test(region)) return PriceClass.PRICE_CLASS_100
  return AUSTRALASIA.includes(region) || region.startsWith('sa-')
    ? PriceClass.PRICE_CLASS_ALL
    : PriceClass.PRICE_CLASS_200
}

/** Sydney, Melbourne and Auckland. */
const AUSTRALASIA = ['ap-southeast-2', 'ap-southeast-4', 'ap-southeast-6']
