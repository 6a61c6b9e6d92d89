-- What one tier's use of one perk cost, and under which edition it was promised.
-- The parameters stand in "params"; a row that was delivered twice counts once. Amounts are minor units.
WITH params AS (
  SELECT '2026-01' AS from_month, '2026-12' AS to_month,
    'free-delivery' AS asked_perk, 'gold' AS asked_tier
),
once AS (
  SELECT DISTINCT kind, id, perk, tier, edition, cost_minor
  FROM entries CROSS JOIN params
  WHERE period BETWEEN from_month AND to_month
)
SELECT
  once.edition,
  SUM(CASE kind WHEN 'use' THEN 1 WHEN 'reversal' THEN -1 ELSE 0 END) AS uses,
  COUNT(*) AS booked_entries,
  SUM(CASE WHEN kind = 'true-up' THEN 0 ELSE cost_minor END) AS accrued_minor,
  SUM(CASE WHEN kind = 'true-up' THEN cost_minor ELSE 0 END) AS true_up_minor,
  SUM(cost_minor) AS cost_minor
FROM once CROSS JOIN params
WHERE kind IN ('use', 'reversal', 'true-up') AND once.perk = asked_perk AND once.tier = asked_tier
GROUP BY once.edition
ORDER BY once.edition
