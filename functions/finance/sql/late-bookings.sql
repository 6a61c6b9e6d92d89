-- What was booked in a later month than the one in which the perk was used.
-- The parameters stand in "params"; a row that was delivered twice counts once. Amounts are minor units.
WITH params AS (
  SELECT '2026-01' AS from_month, '2026-12' AS to_month
),
once AS (
  SELECT DISTINCT kind, id, period, happened_month, perk, cost_minor
  FROM entries CROSS JOIN params
  WHERE period BETWEEN from_month AND to_month
)
SELECT
  period,
  happened_month AS month_of_use,
  perk,
  kind,
  COUNT(*) AS booked_entries,
  SUM(cost_minor) AS cost_minor
FROM once
WHERE kind IN ('use', 'reversal', 'true-up') AND happened_month < period
GROUP BY period, happened_month, perk, kind
ORDER BY period, happened_month, perk, kind
