#!/usr/bin/env bash
# What a change is checked by before it lands, beside format and types: a few seconds.
set -eu
exec npx vitest run --project unit --reporter=dot test/architecture
