-- What each perk cost, month by month.
-- The parameters stand in "params"; a row that was delivered twice counts once. Amounts are minor units.
WITH params AS (
  SELECT '2026-01' AS from_month, '2026-12' AS to_month
),
once AS (
  SELECT DISTINCT kind, id, period, perk, cost_minor
  FROM entries CROSS JOIN params
  WHERE period BETWEEN from_month AND to_month
)
SELECT
  perk,
  period,
  SUM(CASE kind WHEN 'use' THEN 1 WHEN 'reversal' THEN -1 ELSE 0 END) AS uses,
  SUM(CASE WHEN kind = 'true-up' THEN 0 ELSE cost_minor END) AS accrued_minor,
  SUM(CASE WHEN kind = 'true-up' THEN cost_minor ELSE 0 END) AS true_up_minor,
  SUM(cost_minor) AS cost_minor
FROM once
WHERE kind IN ('use', 'reversal', 'true-up')
GROUP BY perk, period
ORDER BY perk, period
