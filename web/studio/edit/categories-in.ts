/** Categories as they are typed, with commas between: each once. */
export const categoriesIn = (text: string): readonly string[] => [
  ...new Set(
    text
      .split(',')
      .map((category) => category.trim())
      .filter((category) => category !== ''),
  ),
]
