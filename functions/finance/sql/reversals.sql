-- How often uses were taken back, by perk and by who had asked for them.
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
  perk,
  source,
  SUM(CASE WHEN kind = 'use' THEN 1 ELSE 0 END) AS uses,
  SUM(CASE WHEN kind = 'reversal' THEN 1 ELSE 0 END) AS reversals,
  ROUND(100 * CAST(SUM(CASE WHEN kind = 'reversal' THEN 1 ELSE 0 END) AS DOUBLE)
    / NULLIF(SUM(CASE WHEN kind = 'use' THEN 1 ELSE 0 END), 0), 1) AS percent_reversed,
  SUM(CASE WHEN kind = 'reversal' THEN -cost_minor ELSE 0 END) AS taken_back_minor
FROM once
WHERE kind IN ('use', 'reversal')
GROUP BY perk, source
HAVING SUM(CASE WHEN kind = 'reversal' THEN 1 ELSE 0 END) > 0
ORDER BY reversals DESC, perk, source
