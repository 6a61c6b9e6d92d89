-- What the perks of each tier cost, and what share of the baskets they were used on.
-- The parameters stand in "params"; a row that was delivered twice counts once. Amounts are minor units.
WITH params AS (
  SELECT '2026-01' AS from_month, '2026-12' AS to_month
),
once AS (
  SELECT DISTINCT kind, id, tier, amount_minor, cost_minor
  FROM entries CROSS JOIN params
  WHERE period BETWEEN from_month AND to_month
)
SELECT
  tier,
  SUM(CASE kind WHEN 'use' THEN 1 WHEN 'reversal' THEN -1 ELSE 0 END) AS uses,
  SUM(cost_minor) AS cost_minor,
  SUM(CASE WHEN kind = 'use' THEN amount_minor END) AS baskets_minor,
  ROUND(100 * CAST(SUM(cost_minor) AS DOUBLE) / NULLIF(SUM(CASE WHEN kind = 'use' THEN amount_minor END), 0), 1) AS percent_of_baskets
FROM once
WHERE kind IN ('use', 'reversal', 'true-up')
GROUP BY tier
ORDER BY tier
