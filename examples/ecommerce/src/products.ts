/** What is for sale. The slug is also the `product_key` that partners' rewards can depend on. */
export interface Product {
  readonly slug: string
  readonly name: string
  /** Cents. */
  readonly price: number
  readonly short: string
  readonly text: string
  readonly facts: readonly string[]
}

export const CURRENCY = 'eur'
export const PRODUCTS: readonly Product[] = [
  {
    slug: 'harbour-mug',
    name: 'Harbour mug',
    price: 2450,
    short: 'Stoneware, thrown by hand',
    text: 'A mug with a wide foot that stands where you put it. The glaze pools a little darker at the rim, so no two are quite alike.',
    facts: ['300 ml', 'Stoneware', 'Goes in the dishwasher'],
  },
  {
    slug: 'ladle-bowl',
    name: 'Ladle bowl',
    price: 3200,
    short: 'Deep enough for soup and seconds',
    text: 'Deep, plain and heavy for its size. It keeps soup warm to the last spoon, and does well by porridge, too.',
    facts: ['18 cm across', 'Stoneware', 'Goes in the oven up to 220 °C'],
  },
  {
    slug: 'walnut-board',
    name: 'Walnut board',
    price: 6800,
    short: 'One plank, oiled twice',
    text: 'Cut from a single plank and rounded by hand. Bread on the one side, onions on the other.',
    facts: ['42 × 22 cm', 'European walnut', 'Oil it once a season'],
  },
  {
    slug: 'enamel-kettle',
    name: 'Enamel kettle',
    price: 8900,
    short: 'Steel and enamel, for any stove',
    text: 'It sings a low note when it boils and pours without a drip. The handle stays cool.',
    facts: ['1.5 litres', 'Enamelled steel', 'Gas, electric and induction'],
  },
  {
    slug: 'linen-towels',
    name: 'Linen kitchen towels, washed, set of three',
    price: 3900,
    short: 'Soft from the first day',
    text: 'Washed before it is sewn, so that it dries glasses at once and not after a year. Three to a set, each with a loop.',
    facts: ['50 × 70 cm', 'Linen', 'Wash at 60 °C'],
  },
  {
    slug: 'table-candles',
    name: 'Table candles',
    price: 1600,
    short: 'Four, poured from beeswax',
    text: 'They burn for seven hours and smell faintly of honey, which is where they come from.',
    facts: ['25 cm, four to a box', 'Beeswax', 'Seven hours each'],
  },
]

export const findProduct = (slug: unknown): Product | undefined => PRODUCTS.find((product) => product.slug === slug)
