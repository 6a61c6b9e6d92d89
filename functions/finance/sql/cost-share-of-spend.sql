-- What perks cost each month, as a share of purchases less refunds booked in it.
-- The parameters stand in "params"; a row that was delivered twice counts once. Amounts are minor units.
WITH params AS (
  SELECT '2026-01' AS from_month, '2026-12' AS to_month
),
once AS (
  SELECT DISTINCT kind, source, id, period, amount_minor, cost_minor
  FROM entries CROSS JOIN params
  WHERE period BETWEEN from_month AND to_month
)
SELECT
  period,
  COALESCE(SUM(CASE kind WHEN 'purchase' THEN amount_minor WHEN 'refund' THEN -amount_minor END), 0) AS spend_minor,
  COALESCE(SUM(cost_minor), 0) AS cost_minor,
  ROUND(100 * CAST(SUM(cost_minor) AS DOUBLE)
    / NULLIF(SUM(CASE kind WHEN 'purchase' THEN amount_minor WHEN 'refund' THEN -amount_minor END), 0), 1) AS percent_of_spend
FROM once
GROUP BY period
ORDER BY period
