// All that the shop does: it adds up its basket, and tells the element whenever the sum changes.
const form = document.querySelector('form')
const offer = document.querySelector('cleartier-offer')
const pieces = [...form.querySelectorAll('[data-price]')]
const { currency, decimals } = form.dataset

function tellOffer() {
  if (!form.reportValidity()) return
  const bought = pieces.filter((input) => input.valueAsNumber > 0)
  const totalMinor = bought.reduce((sum, input) => sum + input.valueAsNumber * Number(input.dataset.price), 0)
  const total = totalMinor / 10 ** Number(decimals)
  form.querySelector('.total').textContent = total.toLocaleString('en-GB', { style: 'currency', currency })
  offer.setAttribute('amount', total.toFixed(Number(decimals)))
  offer.setAttribute('categories', [...new Set(bought.map((input) => input.dataset.category))].join(', '))
  if (form.tier.value === '') offer.removeAttribute('tier')
  else offer.setAttribute('tier', form.tier.value)
  showTags()
}

function showTags() {
  const { src } = document.querySelector('script[src$="/offer.js"]')
  const attributes = [...offer.attributes].map(({ name, value }) => `\n  ${name}="${value}"`).join('')
  const section = document.querySelector('section')
  section.querySelector('code').textContent =
    `<script type="module" src="${src}"></script>\n\n` +
    `<cleartier-offer${attributes}>\n  ${offer.innerHTML.trim()}\n</cleartier-offer>`
  section.hidden = false
}

form.addEventListener('input', tellOffer)
form.addEventListener('submit', (event) => event.preventDefault())
form.addEventListener('click', ({ target }) => {
  if (target.dataset.step === undefined) return
  const input = target.parentElement.querySelector('input')
  if (target.dataset.step === '1') input.stepUp()
  else input.stepDown()
  tellOffer()
})
tellOffer()
