import { type Kysely, sql } from 'kysely';

/**
 * Which post-mortems a search looks at: the newest that have all the words, at most so many. Very common words are looked up
 * in the newest months first, so that neither finding nor ranking has to go through everything.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function search_candidates(words tsquery, newest timestamptz, most int)
    returns setof uuid
    language plpgsql stable
    -- A scan of the table would have to unpack the words of every row.
    set enable_seqscan = off
    as $$
    declare
      ids uuid[];
      months int;
      narrowed tsquery;
    begin
      foreach months in array array[2, 18, 0] loop
        narrowed := words;
        if months > 0 then
          select words && string_agg('''=month:' || to_char(newest - make_interval(months => back), 'YYYY-MM') || '''', '|')::tsquery
            into narrowed from generate_series(0, months - 1) back;
        end if;
        select array_agg(found.postmortem_id) into ids from (
          select hit.postmortem_id from (
            -- A month that holds nearly everything must not cost as much as everything.
            select d.postmortem_id, d.incident_at from search_documents d where d.document @@ narrowed limit 20 * most
          ) hit order by hit.incident_at desc limit most) found;
        exit when cardinality(ids) >= most;
      end loop;
      return query select unnest(ids);
    end $$;
  `.execute(db);
}
