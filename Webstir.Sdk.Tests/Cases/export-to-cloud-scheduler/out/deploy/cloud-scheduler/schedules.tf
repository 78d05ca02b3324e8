# Written by 'webstir export --to cloud-scheduler' from package.json. Change the jobs there, and export again.

# nightly: 0 0 * * * (At 00:00 every day)
resource "google_cloud_scheduler_job" "nightly" {
  name   = "nightly"
  region = "europe-west1"

  description = "Nightly \"maintenance\" 100% it's $${safe}"

  schedule  = "0 0 * * *"
  time_zone = "Etc/UTC"

  http_target {
    uri         = "https://shop.example/jobs"
    http_method = "POST"
    body        = base64encode("{\"job\":\"nightly\"}")

    headers = {
      "Content-Type" = "application/json"
    }
  }
}

# poll: rate(10 minutes) (Every 10 minutes, counted from the start)
resource "google_cloud_scheduler_job" "poll" {
  name   = "poll"
  region = "europe-west1"

  schedule  = "every 10 minutes"
  time_zone = "Etc/UTC"

  http_target {
    uri         = "https://shop.example/jobs"
    http_method = "POST"
    body        = base64encode("{\"job\":\"poll\"}")

    headers = {
      "Content-Type" = "application/json"
    }
  }
}

# either: 30 4 1,15 * 5-7 (At 04:30 on days 1 and 15 of the month or on Friday through Sunday)
resource "google_cloud_scheduler_job" "either" {
  name   = "either"
  region = "europe-west1"

  schedule  = "30 4 1,15 * SUN,FRI,SAT"
  time_zone = "Etc/UTC"

  http_target {
    uri         = "https://shop.example/jobs"
    http_method = "POST"
    body        = base64encode("{\"job\":\"either\"}")

    headers = {
      "Content-Type" = "application/json"
    }
  }
}
