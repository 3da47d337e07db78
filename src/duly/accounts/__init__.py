"""Users, their posts (岗位) with dates, and log-in."""
