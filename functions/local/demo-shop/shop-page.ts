import { html } from 'hono/html'
import { currencyDecimals } from '#program/currency.ts'
import type { ProgramDocument } from '#program/document.ts'
import { formatMoney } from '#program/money.ts'
import { BASKET, type BasketLine, categoriesIn, totalMinor } from './basket.ts'

/**
 * A basket page as somebody else's shop would write it. All that it knows of Cleartier are two tags: a script and an
 * element. `portal` is the origin they speak to.
 */
export function shopPage(portal: string, { currency, tiers }: ProgramDocument) {
  const format = new Intl.NumberFormat('en-GB', { style: 'currency', currency })
  const price = (minor: number) => format.format(formatMoney(minor, currency) as Intl.StringNumericLiteral)
  const line = (one: BasketLine) => basketLine(one, price)
  return html`<!doctype html>
<html lang="en-GB">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <meta name="color-scheme" content="light dark">
    <title>Your basket – The demo shop</title>
    <link rel="icon" href="/mark.svg" type="image/svg+xml">
    <link rel="stylesheet" href="/demo-shop/shop.css">
    <script type="module" src="/demo-shop/shop.js"></script>
    <script type="module" src="${portal}/offer.js"></script>
  </head>
  <body>
    <header>
      <p>The demo shop</p>
      <p class="small">It sells nothing. It shows <code>&lt;cleartier-offer&gt;</code> in a page of another site.</p>
    </header>
    <main>
      <h1>Your basket</h1>
      <form data-currency="${currency}" data-decimals="${currencyDecimals(currency)}">
        <table>
          <thead>
            <tr><th scope="col">Article</th><th scope="col">Pieces</th></tr>
          </thead>
          <tbody>${BASKET.map(line)}</tbody>
          <tfoot>
            <tr>
              <th scope="row">Total</th>
              <td class="total">${price(totalMinor(BASKET))}</td>
            </tr>
          </tfoot>
        </table>
        <cleartier-offer
          amount="${formatMoney(totalMinor(BASKET), currency)}"
          currency="${currency}"
          categories="${categoriesIn(BASKET).join(', ')}"
        >
          <p>Perks grow with your tier. <a href="${portal}/perks">See what each has</a>.</p>
        </cleartier-offer>
        <p class="customer">
          <label for="tier">The customer is</label>
          <select id="tier" name="tier">
            <option value="">not known to the shop</option>
            ${tiers.map(({ id, name }) => html`<option value="${id}">${name}</option>`)}
          </select>
        </p>
      </form>
      <section hidden>
        <h2>What this page’s author wrote</h2>
        <pre tabindex="0"><code></code></pre>
      </section>
    </main>
  </body>
</html>`
}

const basketLine = ({ name, category, priceMinor, pieces }: BasketLine, price: (minor: number) => string) => html`<tr>
  <th scope="row">${name} <span class="price">${price(priceMinor)}</span></th>
  <td>
    <span class="pieces">
      <button type="button" data-step="-1" aria-label="${name}: one less">−</button>
      <input
        type="number" inputmode="numeric" min="0" max="99" required autocomplete="off" value="${pieces}"
        aria-label="Pieces of ${name}" data-price="${priceMinor}" data-category="${category}"
      >
      <button type="button" data-step="1" aria-label="${name}: one more">+</button>
    </span>
  </td>
</tr>`
