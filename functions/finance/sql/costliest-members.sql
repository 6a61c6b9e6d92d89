-- The fifty members whose perks cost most, by pseudonym, with what they spent.
-- The parameters stand in "params"; a row that was delivered twice counts once. Amounts are minor units.
WITH params AS (
  SELECT '2026-01' AS from_month, '2026-12' AS to_month
),
once AS (
  SELECT DISTINCT kind, source, id, member, amount_minor, cost_minor
  FROM entries CROSS JOIN params
  WHERE period BETWEEN from_month AND to_month
)
SELECT
  member,
  SUM(CASE kind WHEN 'use' THEN 1 WHEN 'reversal' THEN -1 ELSE 0 END) AS uses,
  SUM(cost_minor) AS cost_minor,
  COALESCE(SUM(CASE kind WHEN 'purchase' THEN amount_minor WHEN 'refund' THEN -amount_minor END), 0) AS spend_minor
FROM once
WHERE member IS NOT NULL
GROUP BY member
HAVING SUM(cost_minor) <> 0
ORDER BY cost_minor DESC, member
LIMIT 50
