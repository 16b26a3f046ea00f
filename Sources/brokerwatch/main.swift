print("brokerwatch")
