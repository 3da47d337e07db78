"""账: obligations, payments, allocation, settlement plans and pay-off statements."""
