import { raw, type Sql } from "../../db/sql";
import { Kinds } from "../catalogue/kind";
import { type Basis, COUNTING_BASES } from "../claim/basis";
import { type ClaimedKind, claimTables } from "../claim/claim-tables";
import { Grouping } from "./grouping";

const counted = (bases: readonly Basis[]) => `c.basis IN ('${bases.join("', '")}')`;

/**
 * A relation (submission_id, key, label) that puts submissions into groups, by claims on these bases. A submission whose
 * group is not known is not in it.
 */
export function groupsOf(grouping: Grouping, bases: readonly Basis[] = COUNTING_BASES): Sql {
  switch (grouping) {
    case Grouping.ORGANISATION:
      return raw(`SELECT l.submission_id, t.slug AS key, t.name AS label
        FROM submission_organisation l JOIN organisation t ON t.id = l.organisation_id`);
    case Grouping.LOSS_FUNCTION:
      return claimGroups("LossFunction", bases);
    case Grouping.BACKBONE:
      return claimGroups("Backbone", bases);
    case Grouping.TRAINING_DATASET:
      return claimGroups("TrainingDataset", bases);
    case Grouping.LOSS_FAMILY:
      return familyGroups("LossFunction", bases);
    case Grouping.BACKBONE_FAMILY:
      return familyGroups("Backbone", bases);
    case Grouping.TRAINING_SCALE:
      return columnGroups("training_scale", "initcap(training_scale)");
    case Grouping.YEAR:
      return columnGroups("to_char(submitted_on, 'YYYY')");
    case Grouping.MONTH:
      return columnGroups("to_char(submitted_on, 'YYYY-MM')");
    case Grouping.DESCRIBED:
      return columnGroups("described::text", "CASE WHEN described THEN 'Described' ELSE 'Not described' END");
    case Grouping.TEST_SET_CLEANING:
      return raw(`SELECT c.submission_id, c.kind AS key,
          CASE c.kind WHEN 'NONE' THEN 'Not cleaned' WHEN 'OWN' THEN 'Cleaned in an own way'
            ELSE 'Cleaned with a published list' END AS label
        FROM test_set_cleaning c WHERE ${counted(bases)}`);
  }
}

function columnGroups(key: string, label = key): Sql {
  return raw(
    `SELECT id AS submission_id, ${key} AS key, ${label} AS label FROM submission WHERE ${key} IS NOT NULL`,
  );
}

function claimGroups(kind: ClaimedKind, bases: readonly Basis[]): Sql {
  const { table, column } = claimTables[kind];
  return raw(`SELECT DISTINCT c.submission_id, t.slug AS key, t.name AS label
    FROM ${table} c JOIN ${Kinds[kind].table} t ON t.id = c.${column} WHERE ${counted(bases)}`);
}

function familyGroups(kind: ClaimedKind, bases: readonly Basis[]): Sql {
  const { table, column } = claimTables[kind];
  const things = Kinds[kind].table;
  return raw(`SELECT DISTINCT c.submission_id, family.slug AS key, family.name AS label
    FROM ${table} c
    JOIN (
      WITH RECURSIVE up(thing_id, id, height) AS (
        SELECT id, id, 0 FROM ${things}
        UNION ALL
        SELECT up.thing_id, t.parent_id, up.height + 1
        FROM up JOIN ${things} t ON t.id = up.id WHERE t.parent_id IS NOT NULL AND NOT t.is_family
      )
      SELECT DISTINCT ON (up.thing_id) up.thing_id, CASE WHEN t.is_family THEN up.id ELSE up.thing_id END AS family_id
      FROM up JOIN ${things} t ON t.id = up.id ORDER BY up.thing_id, t.is_family DESC, up.height
    ) AS nearest ON nearest.thing_id = c.${column}
    JOIN ${things} family ON family.id = nearest.family_id
    WHERE ${counted(bases)}`);
}
