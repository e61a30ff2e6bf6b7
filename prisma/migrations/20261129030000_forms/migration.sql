-- Forms of partnerships (docs/domain.md, "Forms"): a draft is agreed only with what its form needs, whoever writes. The
-- facts stand in the terms, which the text carries and freeze_agreement() keeps.

CREATE FUNCTION needed_form_facts(form "PartnershipForm") RETURNS text[] LANGUAGE sql IMMUTABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT CASE form
    WHEN 'CONTRACT_CONSORTIUM' THEN ARRAY['contractNumber', 'leadPowers', 'liability']
    WHEN 'JV_COMPANY' THEN ARRAY['companyName', 'charterCapital', 'companySeat']
    WHEN 'PPP' THEN ARRAY['pppProject', 'pppContract', 'termMonths', 'competentAuthority', 'revenueFloor', 'revenueCeiling']
    WHEN 'PUBLIC_ASSET_ASSOCIATION' THEN ARRAY['assetList', 'approvalNumber', 'approvedBy', 'approvedOn', 'assetValue',
      'assetValuer', 'assetValuedOn', 'termMonths']
    WHEN 'TASK_ORDER' THEN ARRAY['orderingBody', 'taskCode', 'acceptance']
  END
$$;

-- Whether a fact says something, and a figure or a day says one that its form may have.
CREATE FUNCTION form_fact_fits(key text, fact text) RETURNS boolean LANGUAGE sql IMMUTABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT length(btrim(coalesce(fact, ''))) > 0 AND CASE
    WHEN key IN ('charterCapital', 'assetValue') THEN fact ~ '^[1-9][0-9]{0,17}$'
    WHEN key IN ('registeredOn', 'approvedOn', 'assetValuedOn') THEN fact ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'
    WHEN key = 'termMonths' THEN fact ~ '^[1-9][0-9]{0,3}$'
    WHEN key = 'revenueFloor' THEN fact ~ '^(7[5-9]|8[0-9]|90)$'
    WHEN key = 'revenueCeiling' THEN fact ~ '^1(1[0-9]|2[0-5])$'
    WHEN key = 'liability' THEN fact IN ('JOINT', 'OWN_PART')
    WHEN key = 'pppContract' THEN fact IN ('BOT', 'BTO', 'BOO', 'BTL', 'BLT', 'BT', 'O_AND_M')
    ELSE true
  END
$$;

CREATE FUNCTION form_is_told() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  told jsonb := coalesce(NEW.terms -> 'form', '{}');
  form_of "PartnershipForm";
BEGIN
  SELECT form INTO form_of FROM partnership WHERE id = NEW.partnership_id;
  IF EXISTS (SELECT 1 FROM unnest(needed_form_facts(form_of)) AS key WHERE NOT form_fact_fits(key, told ->> key))
    OR EXISTS (SELECT 1 FROM jsonb_each_text(told) AS fact WHERE NOT form_fact_fits(fact.key, fact.value))
    OR (told ? 'registrationNumber') <> (told ? 'registeredOn') THEN
    RAISE EXCEPTION 'FORM_FACTS_MISSING' USING ERRCODE = '23514';
  END IF;
  IF form_of = 'PUBLIC_ASSET_ASSOCIATION' AND NOT coalesce((NEW.terms ->> 'publicAsset')::boolean, false) THEN
    RAISE EXCEPTION 'PUBLIC_ASSET_UNSAID' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER zz_form_is_told BEFORE UPDATE OF state ON agreement
  FOR EACH ROW WHEN (OLD.state = 'NEGOTIATION' AND NEW.state = 'AGREED_DRAFT') EXECUTE FUNCTION form_is_told();
