/**
 * SQL that builds what the floor and the peer read: positions, ranks, totals and group figures kept in tables of their
 * own, and for the peer's computing variant the same as views. Our service never reads this schema.
 */
export const KEPT_FOR_OTHERS = [
  "CREATE SCHEMA floor",
  "CREATE SCHEMA peer",
  `CREATE VIEW peer.ranking_computed AS
   SELECT x.split_id,
     row_number() OVER (split ORDER BY goodness DESC, s.submitted_on, s.label COLLATE "C", s.id)::integer AS position,
     rank() OVER (split ORDER BY goodness DESC)::integer AS rank,
     count(*) OVER (PARTITION BY x.split_id, goodness) > 1 AS tied,
     x.value, x.submission_id
   FROM score x
   JOIN split sp ON sp.id = x.split_id
   JOIN leaderboard lb ON lb.id = sp.leaderboard_id
   JOIN metric m ON m.id = lb.metric_id
   CROSS JOIN LATERAL (
     SELECT CASE m.direction WHEN 'HIGHER_IS_BETTER' THEN x.value ELSE -x.value END AS goodness
   ) AS g
   JOIN submission s ON s.id = x.submission_id
   WHERE x.value IS NOT NULL
   WINDOW split AS (PARTITION BY x.split_id)`,
  `CREATE VIEW peer.organisation_figures_computed AS
   SELECT x.split_id, o.slug, o.name AS label, count(*)::integer AS count,
     avg(x.value)::float8 AS mean, max(x.value)::float8 AS max,
     row_number() OVER (PARTITION BY x.split_id ORDER BY
       max(CASE m.direction WHEN 'HIGHER_IS_BETTER' THEN x.value ELSE -x.value END) DESC, o.slug COLLATE "C")::integer
       AS position
   FROM score x
   JOIN split sp ON sp.id = x.split_id
   JOIN leaderboard lb ON lb.id = sp.leaderboard_id
   JOIN metric m ON m.id = lb.metric_id
   JOIN submission_organisation so ON so.submission_id = x.submission_id
   JOIN organisation o ON o.id = so.organisation_id
   WHERE x.value IS NOT NULL
   GROUP BY x.split_id, o.id`,
  `COMMENT ON VIEW peer.ranking_computed IS
     E'@primaryKey split_id,position\\n@foreignKey (submission_id) references public.submission (id)'`,
  "COMMENT ON VIEW peer.organisation_figures_computed IS E'@primaryKey split_id,position'",
  `CREATE FUNCTION peer.best_of_family(family text, split integer, above numeric)
   RETURNS TABLE (slug text, name text, submitted_on date, value numeric) LANGUAGE sql STABLE AS $$
     SELECT s.slug, s.name, s.submitted_on, x.value FROM score x JOIN submission s ON s.id = x.submission_id
     WHERE x.split_id = split AND x.value > above AND EXISTS (
       SELECT FROM loss_function_claim c
       WHERE c.submission_id = x.submission_id AND c.basis IN ('STATED', 'INHERITED')
         AND c.loss_function_id = ANY(ARRAY(
           WITH RECURSIVE under(id) AS (
             SELECT t.id FROM loss_function t WHERE t.slug = family
             UNION SELECT t.id FROM under JOIN loss_function t ON t.parent_id = under.id
           ) SELECT id FROM under))
       OFFSET 0)
     ORDER BY x.value DESC, s.label COLLATE "C", s.id
   $$`,
  "CREATE TABLE floor.ranking AS SELECT * FROM peer.ranking_computed ORDER BY split_id, position",
  `ALTER TABLE floor.ranking ADD PRIMARY KEY (split_id, position),
     ADD FOREIGN KEY (submission_id) REFERENCES submission(id), ADD FOREIGN KEY (split_id) REFERENCES split(id)`,
  `CREATE TABLE floor.organisation_figures AS
   SELECT * FROM peer.organisation_figures_computed ORDER BY split_id, position`,
  `ALTER TABLE floor.organisation_figures ADD PRIMARY KEY (split_id, position),
     ADD FOREIGN KEY (split_id) REFERENCES split(id)`,
  "CREATE TABLE floor.split_total AS SELECT split_id, count(*)::integer AS total FROM floor.ranking GROUP BY split_id",
  "ALTER TABLE floor.split_total ADD PRIMARY KEY (split_id), ADD FOREIGN KEY (split_id) REFERENCES split(id)",
  "CREATE INDEX peer_date_order ON submission (submitted_on, id)",
];
