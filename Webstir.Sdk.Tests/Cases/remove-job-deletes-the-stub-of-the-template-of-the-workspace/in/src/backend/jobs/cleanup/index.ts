// cleanup
