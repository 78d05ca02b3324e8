#!/bin/sh
# Written by 'webstir export --to cloud-scheduler' from package.json. Change the jobs there, and export again.
# Creates the schedules, or brings those that exist in line.
set -eu

put() {
  name=$1
  shift
  if gcloud scheduler jobs describe "$name" --location='europe-west1' >/dev/null 2>&1; then
    gcloud scheduler jobs update http "$name" --location='europe-west1' --update-headers=Content-Type=application/json "$@"
  else
    gcloud scheduler jobs create http "$name" --location='europe-west1' --headers=Content-Type=application/json "$@"
  fi
}

# nightly: 0 0 * * * (At 00:00 every day)
put 'nightly' \
  --schedule='0 0 * * *' \
  --time-zone='Etc/UTC' \
  --uri='https://shop.example/jobs' \
  --http-method=POST \
  --description='Nightly "maintenance" 100% it'\''s ${safe}' \
  --message-body='{"job":"nightly"}'

# poll: rate(10 minutes) (Every 10 minutes, counted from the start)
put 'poll' \
  --schedule='every 10 minutes' \
  --time-zone='Etc/UTC' \
  --uri='https://shop.example/jobs' \
  --http-method=POST \
  --description= \
  --message-body='{"job":"poll"}'

# either: 30 4 1,15 * 5-7 (At 04:30 on days 1 and 15 of the month or on Friday through Sunday)
put 'either' \
  --schedule='30 4 1,15 * SUN,FRI,SAT' \
  --time-zone='Etc/UTC' \
  --uri='https://shop.example/jobs' \
  --http-method=POST \
  --description= \
  --message-body='{"job":"either"}'
