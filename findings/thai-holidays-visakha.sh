#!/bin/sh
# date-holidays 3.37.0 gives Thailand the Visakha Bucha of India: 4 May 2023 for 3 June 2023, and other days in most years.
#
# Visakha and Asalha Bucha are public holidays of Thailand by its own lunar calendar, which has a second eighth month in years
# of its own choice, as in 2023. From one day to the other are two months of it: 59 days, or 60 where the seventh month has a day
# more. In 10 of the 17 years that the package knows they are 57, 58 or 88 days apart, so that one of them is no Thai date. In
# 2023 offices were closed on 3 June, 1 and 2 August: the package has 4 May and 31 July, and calls 2 August no holiday; in 2024
# it takes Friday, 19 July for one. Good engineers would expect the holidays of a country to be its own, at least in years gone
# by; what is counted in working days is a day off, and nobody sees why. Needs Node 20 and the registry.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log 2>&1
npm install --ignore-scripts --no-audit --no-fund --save-exact date-holidays@3.37.0 >>npm.log 2>&1 || {
  cat npm.log
  exit 1
}

cat >run.mjs <<'JS'
import assert from 'node:assert/strict';
import Holidays from 'date-holidays';

const thailand = new Holidays('TH');
const dayOf = (year, name) =>
  thailand.getHolidays(year).find((day) => day.name === name && !day.substitute)?.date.slice(0, 10);
const impossible = [];
for (let year = 2010; year <= 2026; year += 1) {
  const [visakha, asalha] = [dayOf(year, 'Vesak Day'), dayOf(year, 'Asalha Puja')];
  const apart = (Date.parse(asalha) - Date.parse(visakha)) / 86_400_000;
  const isThai = apart === 59 || apart === 60;
  console.log(visakha, asalha, `${apart} days${isThai ? '' : ': no Thai calendar'}`);
  if (!isThai) impossible.push(year);
}
assert.deepEqual(impossible, [2010, 2012, 2013, 2014, 2015, 2016, 2019, 2020, 2023, 2024]);
assert.deepEqual([dayOf(2023, 'Vesak Day'), dayOf(2023, 'Asalha Puja')], ['2023-05-04', '2023-07-31']);

const isHoliday = (day) => Boolean(thailand.isHoliday(new Date(`${day}T12:00:00+07:00`)));
assert.deepEqual([isHoliday('2023-08-02'), isHoliday('2024-07-19')], [false, true]);
JS
TZ=Asia/Bangkok node run.mjs
