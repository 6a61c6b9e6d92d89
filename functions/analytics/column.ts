/**
 * A column of a file: its name, what it holds, and where that is in a row; null where a row has nothing of it. Money is in
 * minor units, an instant in epoch milliseconds.
 */
export type Column<Row> =
  | { readonly name: string; readonly kind: 'text'; readonly of: (row: Row) => string | null }
  | { readonly name: string; readonly kind: 'whole' | 'money' | 'instant'; readonly of: (row: Row) => number | null }
