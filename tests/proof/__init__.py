"""The proofs of what the portal promises; `make proof` runs them all and prints one table."""
