"""What somebody is to do (uppdrag), and the reports that come in and may become that (inkommande), rule P54."""
