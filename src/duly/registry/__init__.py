"""立案登记: matters, parties, instruments, proceedings; facts, contacts and service."""
