/**
 * What customers wrote, as a table of a statement: the comments of events, and the texts of public reviews, whose `source` is not
 * empty. The condition is on columns that both have.
 */
export function givenWhere(condition: string): string {
  return `(
    SELECT workspace_id, event_id, occurred_at, touchpoint_key, metric, score, comment, received_at, '' AS source, '' AS written_in
    FROM event WHERE comment != '' AND ${condition}
    UNION ALL
    SELECT workspace_id, event_id, occurred_at, touchpoint_key, metric, score, comment, received_at, source, written_in
    FROM review_text FINAL WHERE comment != '' AND ${condition}
  )`;
}
