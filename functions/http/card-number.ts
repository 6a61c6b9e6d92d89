/**
 * Card numbers have no business here: what carries one is refused and stored nowhere (trust.md, "Attacks to refuse").
 * In free text any 13 to 19 digits with a right check digit count, in groups parted by single blanks or hyphens.
 */
export function hasCardNumber(text: string): boolean {
  return candidates(text).some((digits) => digits.length >= 13 && digits.length <= 19 && hasCheckDigit(digits))
}

/**
 * The same for an id. Shops number orders with 13 digits and more, and one in ten has a right check digit by chance, so
 * here it also has to begin and to be as long as the numbers that card networks issue.
 */
export function isCardNumberId(id: string): boolean {
  return candidates(id).some((digits) => ISSUED.test(digits) && hasCheckDigit(digits))
}

/** Visa, Mastercard, American Express, Diners Club, JCB, Discover, UnionPay; the 13 digits of old Visa cards left out. */
const ISSUED =
  /^(?:4\d{15}(?:\d{3})?|5[1-5]\d{14}|2[2-7]\d{14}|3[47]\d{13}|3(?:0[0-5]|[68]\d)\d{11}|35\d{14}|6(?:011|5\d\d|4[4-9]\d|2\d\d)\d{12,15})$/

/** Every row of neighbouring groups of digits, joined. */
function candidates(text: string): string[] {
  return [...text.matchAll(/\d+(?:[ -]\d+)*/g)].flatMap(([run]) => {
    const groups = run.split(/[ -]/)
    return groups.flatMap((_, from) =>
      groups.slice(from, from + 19).map((__, size) => groups.slice(from, from + size + 1).join('')),
    )
  })
}

/** Luhn's sum: from the right every second digit doubled, minus 9 where that gives two digits; a multiple of ten. */
function hasCheckDigit(digits: string): boolean {
  let sum = 0
  for (let fromRight = 0; fromRight < digits.length; fromRight++) {
    const digit = Number(digits[digits.length - 1 - fromRight])
    const doubled = fromRight % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}
