-- What a use came to in the end, against the unit cost of its edition.
-- The parameters stand in "params"; a row that was delivered twice counts once. Amounts are minor units.
WITH params AS (
  SELECT '2026-01' AS from_month, '2026-12' AS to_month
),
once AS (
  SELECT DISTINCT kind, id, perk, edition, redemption, cost_minor
  FROM entries CROSS JOIN params
  WHERE period BETWEEN from_month AND to_month
),
used AS (
  SELECT
    perk,
    edition,
    redemption,
    SUM(CASE WHEN kind = 'use' THEN cost_minor END) AS unit_minor,
    SUM(CASE WHEN kind = 'reversal' THEN 1 ELSE 0 END) AS is_reversed,
    SUM(cost_minor) AS came_to_minor
  FROM once
  WHERE kind IN ('use', 'reversal', 'true-up')
  GROUP BY perk, edition, redemption
)
SELECT
  perk,
  edition,
  COUNT(*) AS uses,
  ROUND(AVG(CAST(unit_minor AS DOUBLE)), 1) AS unit_minor,
  ROUND(AVG(CAST(came_to_minor AS DOUBLE)), 1) AS came_to_minor,
  SUM(came_to_minor - unit_minor) AS variance_minor
FROM used
WHERE unit_minor IS NOT NULL AND is_reversed = 0
GROUP BY perk, edition
ORDER BY perk, edition
