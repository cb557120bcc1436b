-- CreateEnum
CREATE TYPE "edition_state" AS ENUM ('draft', 'published');

-- CreateTable
CREATE TABLE "resource_words" (
    "resource_id" UUID NOT NULL,
    "community_id" UUID NOT NULL,
    "words" tsvector NOT NULL,

    CONSTRAINT "resource_words_pkey" PRIMARY KEY ("resource_id")
);

-- CreateTable
CREATE TABLE "editions" (
    "id" UUID NOT NULL,
    "community_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "state" "edition_state" NOT NULL,
    "title" TEXT NOT NULL,
    "introduction" TEXT NOT NULL,
    "member_id" UUID NOT NULL,
    "published_at" TIMESTAMPTZ(3),
    "corrected_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "editions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "edition_items" (
    "id" UUID NOT NULL,
    "community_id" UUID NOT NULL,
    "edition_id" UUID NOT NULL,
    "resource_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "note" TEXT NOT NULL,

    CONSTRAINT "edition_items_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "resource_words_words_idx" ON "resource_words" USING GIN ("words");

-- CreateIndex
CREATE UNIQUE INDEX "editions_community_id_number_key" ON "editions"("community_id", "number");

-- CreateIndex
CREATE INDEX "edition_items_resource_id_idx" ON "edition_items"("resource_id");

-- CreateIndex
CREATE UNIQUE INDEX "edition_items_edition_id_resource_id_key" ON "edition_items"("edition_id", "resource_id");

-- Search. Neither the embedded PostgreSQL nor every server has the extension "unaccent".
CREATE FUNCTION "search_fold"("said" text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  -- A server in the locale "C" knows no case but that of ASCII: ligatures come apart before.
  SELECT lower(replace(replace(replace(replace(replace(
    regexp_replace(normalize(said, NFD), '[\u0300-\u036f]', '', 'g'),
    'œ', 'oe'), 'Œ', 'OE'), 'æ', 'ae'), 'Æ', 'AE'), '’', ''''))
$$;

-- French stems are cut before accents are looked at: « échangées » and “echanger” only meet when a
-- text is indexed three ways, and asked three ways.
CREATE FUNCTION "search_plain"("lexemes" text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT translate(lexemes, 'àâäáãçéèêëîïíôöóõùûüúÿñ', 'aaaaaceeeeiiioooouuuuyn')
$$;

CREATE FUNCTION "search_words"("said" text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT search_plain(to_tsvector('pg_catalog.french', said)::text)::tsvector
    || to_tsvector('pg_catalog.french', search_fold(said))
    || to_tsvector('pg_catalog.english', search_fold(said))
$$;

CREATE FUNCTION "search_query"("asked" text) RETURNS tsquery LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT search_plain(websearch_to_tsquery('pg_catalog.french', asked)::text)::tsquery
    || websearch_to_tsquery('pg_catalog.french', search_fold(asked))
    || websearch_to_tsquery('pg_catalog.english', search_fold(asked))
$$;

-- A title says more than a comment, and a comment more than a line of the page. A tsvector holds a
-- megabyte: what is beyond the bounds is not found, rather than refused to who writes it.
CREATE FUNCTION "index_resource"("one" uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  root uuid;
BEGIN
  SELECT coalesce(merged_into, id) INTO root FROM resources WHERE id = one;
  IF root IS DISTINCT FROM one THEN
    DELETE FROM resource_words WHERE resource_id = one;
  END IF;
  IF root IS NULL THEN
    RETURN;
  END IF;
  INSERT INTO resource_words (resource_id, community_id, words)
  SELECT root, r.community_id,
    setweight(search_words(left(concat_ws(' ', page.title, said.tags), 10000)), 'A')
      || setweight(search_words(left(concat_ws(' ', said.whys, said.remarks), 40000)), 'B')
      || setweight(search_words(left(page.summary, 10000)), 'C')
      || setweight(search_words(left(page.text, 40000)), 'D')
  FROM resources r,
    LATERAL (
      SELECT array_agg(f.id) AS ids, string_agg(f.title, ' ' ORDER BY f.number) AS title,
        string_agg(concat_ws(' ', f.summary, f.author), ' ' ORDER BY f.number) AS summary,
        string_agg(f.text, ' ' ORDER BY f.number) AS text
      FROM resources f WHERE f.id = r.id OR f.merged_into = r.id
    ) page,
    LATERAL (
      SELECT
        (SELECT string_agg(t.tag, ' ') FROM resource_tags t
          WHERE t.resource_id = ANY (page.ids)) AS tags,
        (SELECT string_agg(s.why, ' ' ORDER BY s.at DESC) FROM resource_shares s
          WHERE s.resource_id = ANY (page.ids)) AS whys,
        (SELECT string_agg(m.text, ' ' ORDER BY m.at DESC) FROM resource_remarks m
          WHERE m.resource_id = ANY (page.ids)) AS remarks
    ) said
  WHERE r.id = root
  ON CONFLICT (resource_id) DO UPDATE SET words = excluded.words;
END
$$;

CREATE FUNCTION "index_resource_page"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    DELETE FROM resource_words WHERE resource_id = OLD.id;
    RETURN NULL;
  END IF;
  PERFORM index_resource(NEW.id);
  IF TG_OP = 'UPDATE' AND OLD.merged_into IS DISTINCT FROM NEW.merged_into THEN
    PERFORM index_resource(OLD.merged_into);
  END IF;
  RETURN NULL;
END
$$;

CREATE FUNCTION "index_resource_said"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    PERFORM index_resource(OLD.resource_id);
  END IF;
  IF TG_OP = 'INSERT' OR NEW.resource_id IS DISTINCT FROM OLD.resource_id THEN
    PERFORM index_resource(NEW.resource_id);
  END IF;
  RETURN NULL;
END
$$;

CREATE TRIGGER "resources_words" AFTER INSERT OR DELETE
  OR UPDATE OF title, summary, author, text, merged_into ON "resources"
  FOR EACH ROW EXECUTE FUNCTION index_resource_page();
CREATE TRIGGER "resource_shares_words" AFTER INSERT OR DELETE
  OR UPDATE OF resource_id, why ON "resource_shares"
  FOR EACH ROW EXECUTE FUNCTION index_resource_said();
CREATE TRIGGER "resource_remarks_words" AFTER INSERT OR DELETE
  OR UPDATE OF resource_id, text ON "resource_remarks"
  FOR EACH ROW EXECUTE FUNCTION index_resource_said();
CREATE TRIGGER "resource_tags_words" AFTER INSERT OR DELETE
  OR UPDATE OF resource_id, tag ON "resource_tags"
  FOR EACH ROW EXECUTE FUNCTION index_resource_said();

-- What was there before.
SELECT index_resource(id) FROM resources WHERE merged_into IS NULL;
