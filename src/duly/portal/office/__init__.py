"""What staff see of the portal: links and sheets of a matter, and what parties sent in."""
