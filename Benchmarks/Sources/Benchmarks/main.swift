import Model
let store = WorldStore(time: SystemTime())
print(store.current.version)
