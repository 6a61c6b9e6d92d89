-- The largest invoice lines that no use was found for, up to fifty.
-- The parameters stand in "params"; a row that was delivered twice counts once. Amounts are minor units.
WITH params AS (
  SELECT '2026-01' AS from_month, '2026-12' AS to_month
),
once AS (
  SELECT DISTINCT kind, source, id, happened_month, order_id, redemption, perk, amount_minor
  FROM entries CROSS JOIN params
  WHERE period BETWEEN from_month AND to_month
),
matched AS (
  -- Of any month: a line that came early is matched later.
  SELECT DISTINCT invoice_source, invoice_id
  FROM entries
  WHERE kind = 'true-up' AND invoice_id IS NOT NULL
)
SELECT once.source, once.id, once.happened_month, once.order_id, once.redemption, once.perk, once.amount_minor
FROM once LEFT JOIN matched ON matched.invoice_source = once.source AND matched.invoice_id = once.id
WHERE once.kind = 'actual' AND matched.invoice_id IS NULL
ORDER BY once.amount_minor DESC, once.source, once.id
LIMIT 50
