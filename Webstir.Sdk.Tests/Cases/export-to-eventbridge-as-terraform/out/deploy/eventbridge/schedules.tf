# Written by 'webstir export --to eventbridge' from package.json. Change the jobs there, and export again.

# nightly: 0 0 * * * (At 00:00 every day)
resource "aws_scheduler_schedule" "nightly" {
  name = "nightly"

  description = "Nightly \"maintenance\" 100% it's $${safe}"

  schedule_expression          = "cron(0 0 * * ? *)"
  schedule_expression_timezone = "Etc/UTC"

  flexible_time_window {
    mode = "OFF"
  }

  target {
    arn      = "arn:aws:lambda:eu-central-1:123456789012:function:jobs"
    role_arn = "arn:aws:iam::123456789012:role/jobs"
    input    = "{\"job\":\"nightly\"}"
  }
}

# poll: rate(10 minutes) (Every 10 minutes, counted from the start)
resource "aws_scheduler_schedule" "poll" {
  name = "poll"

  schedule_expression          = "rate(10 minutes)"
  schedule_expression_timezone = "Etc/UTC"

  flexible_time_window {
    mode = "OFF"
  }

  target {
    arn      = "arn:aws:lambda:eu-central-1:123456789012:function:jobs"
    role_arn = "arn:aws:iam::123456789012:role/jobs"
    input    = "{\"job\":\"poll\"}"
  }
}

# either: 30 4 1,15 * 5-7 (At 04:30 on days 1 and 15 of the month or on Friday through Sunday)
resource "aws_scheduler_schedule" "either" {
  name = "either"

  schedule_expression          = "cron(30 4 1,15 * ? *)"
  schedule_expression_timezone = "Etc/UTC"

  flexible_time_window {
    mode = "OFF"
  }

  target {
    arn      = "arn:aws:lambda:eu-central-1:123456789012:function:jobs"
    role_arn = "arn:aws:iam::123456789012:role/jobs"
    input    = "{\"job\":\"either\"}"
  }
}

# either: 30 4 1,15 * 5-7 (At 04:30 on days 1 and 15 of the month or on Friday through Sunday)
resource "aws_scheduler_schedule" "either-2" {
  name = "either-2"

  schedule_expression          = "cron(30 4 ? * SUN,FRI,SAT *)"
  schedule_expression_timezone = "Etc/UTC"

  flexible_time_window {
    mode = "OFF"
  }

  target {
    arn      = "arn:aws:lambda:eu-central-1:123456789012:function:jobs"
    role_arn = "arn:aws:iam::123456789012:role/jobs"
    input    = "{\"job\":\"either\"}"
  }
}
