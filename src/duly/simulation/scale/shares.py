"""How many of a thousand matters are where: most are over, some run in each stage."""

# By story, see duly.simulation.stories. Each has one creditor and one debtor, and no certificate:
# a certificate's number would have to be given out for every copy.
OVER = {
    "performed_in_time": 480,
    "urging_performed": 110,
    "withdrawn_before_filing": 20,
}
RUNNING = {
    "account_missing": 30,
    "notice_posted": 50,
    "due_today": 60,
    "overdue": 60,
    "application_received": 20,
    "consented": 20,
    "urging": 50,
    "urging_nearly_over": 20,
    "limitation_nearing": 20,
    "enforcement_noticed": 30,
    "warned": 15,
    "published": 15,
}
SHARES = OVER | RUNNING
