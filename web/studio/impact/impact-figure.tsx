import { Markup } from '../frame/markup.tsx'

interface Props {
  readonly id: string
  readonly title: string
  /** The picture drawn for a desk and for a phone; only one of them is ever shown. Null where there is nothing to draw. */
  readonly drawn: { readonly wide: string; readonly narrow: string } | null
  /** How to read the picture. */
  readonly legend: string
  readonly columns: readonly string[]
  /** The first of each row is its name. */
  readonly rows: readonly (readonly string[])[]
}

/** A picture with its table. */
export function ImpactFigure({ id, title, drawn, legend, columns, rows }: Props) {
  return (
    <section class="section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {drawn && <Markup class="wide" html={drawn.wide} />}
      {drawn && <Markup class="narrow" html={drawn.narrow} />}
      <p class="small soft">{legend}</p>
      {rows.length > 0 && (
        <details>
          <summary>As a table</summary>
          <table class="figures">
            <caption class="unseen">{title}</caption>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th scope="col" key={column}>
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(([name, ...cells]) => (
                <tr key={name}>
                  <th scope="row" dir="auto">
                    {name}
                  </th>
                  {cells.map((cell, index) => (
                    <td key={columns[index + 1]}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </section>
  )
}
