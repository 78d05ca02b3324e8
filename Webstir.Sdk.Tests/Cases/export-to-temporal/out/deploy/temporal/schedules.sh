#!/bin/sh
# Written by 'webstir export --to temporal' from package.json. Change the jobs there, and export again.
# Creates the schedules, or brings those that exist in line.
set -eu

put() {
  id=$1
  shift
  if temporal schedule describe --schedule-id "$id" >/dev/null 2>&1; then
    verb=update
  else
    verb=create
  fi
  temporal schedule "$verb" --schedule-id "$id" "$@"
}

# nightly: 0 0 * * * (At 00:00 every day)
put 'nightly' \
  --cron '0 0 * * *' \
  --time-zone 'Etc/UTC' \
  --overlap-policy Skip \
  --workflow-id 'nightly' \
  --workflow-type 'RunJob' \
  --task-queue 'jobs' \
  --notes 'Nightly "maintenance" 100% it'\''s ${safe}' \
  --input '{"job":"nightly"}'

# poll: rate(10 minutes) (Every 10 minutes, counted from the start)
put 'poll' \
  --interval '600s' \
  --time-zone 'Etc/UTC' \
  --overlap-policy Skip \
  --workflow-id 'poll' \
  --workflow-type 'RunJob' \
  --task-queue 'jobs' \
  --input '{"job":"poll"}'

# either: 30 4 1,15 * 5-7 (At 04:30 on days 1 and 15 of the month or on Friday through Sunday)
put 'either' \
  --cron '30 4 1,15 * *' \
  --cron '30 4 * * SUN,FRI,SAT' \
  --time-zone 'Etc/UTC' \
  --overlap-policy Skip \
  --workflow-id 'either' \
  --workflow-type 'RunJob' \
  --task-queue 'jobs' \
  --input '{"job":"either"}'
