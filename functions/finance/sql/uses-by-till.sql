-- Who asked for uses of which perk, and what they cost.
-- The parameters stand in "params"; a row that was delivered twice counts once. Amounts are minor units.
WITH params AS (
  SELECT '2026-01' AS from_month, '2026-12' AS to_month
),
once AS (
  SELECT DISTINCT kind, id, perk, source, cost_minor
  FROM entries CROSS JOIN params
  WHERE period BETWEEN from_month AND to_month
)
SELECT
  source,
  perk,
  SUM(CASE kind WHEN 'use' THEN 1 WHEN 'reversal' THEN -1 ELSE 0 END) AS uses,
  SUM(cost_minor) AS cost_minor
FROM once
WHERE kind IN ('use', 'reversal', 'true-up')
GROUP BY source, perk
ORDER BY source, perk
