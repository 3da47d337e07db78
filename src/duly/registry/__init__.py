"""立案登记: matters, parties, instruments, proceedings and the record of facts, contacts and service."""
