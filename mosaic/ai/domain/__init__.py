"""What is sent, masked and checked, without Django."""
