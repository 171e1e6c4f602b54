"""The tabs Uppdrag and Inkommande: what somebody is to do, and the reports that may become that."""
