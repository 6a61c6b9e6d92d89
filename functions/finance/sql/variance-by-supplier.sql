-- What each supplier charged, and how far that was from what had been accrued.
-- The parameters stand in "params"; a row that was delivered twice counts once. Amounts are minor units.
WITH params AS (
  SELECT '2026-01' AS from_month, '2026-12' AS to_month
),
once AS (
  SELECT DISTINCT kind, id, perk, invoice_source, invoice_amount_minor, cost_minor
  FROM entries CROSS JOIN params
  WHERE period BETWEEN from_month AND to_month
)
SELECT
  invoice_source,
  perk,
  COUNT(*) AS matched_lines,
  SUM(invoice_amount_minor) AS charged_minor,
  SUM(cost_minor) AS variance_minor,
  ROUND(100 * CAST(SUM(cost_minor) AS DOUBLE) / NULLIF(SUM(invoice_amount_minor), 0), 1) AS percent_of_charged
FROM once
WHERE kind = 'true-up' AND invoice_source IS NOT NULL
GROUP BY invoice_source, perk
ORDER BY invoice_source, perk
