# The door for those who build with node-gyp: it makes the same addons by the same CMakeLists.txt, which is the build.
{
  "targets": [
    {
      "target_name": "tauraro",
      "type": "none",
      "actions": [
        {
          "action_name": "cmake",
          "inputs": ["CMakeLists.txt"],
          "outputs": ["build/native/backend.node", "build/native/irbuilder.node"],
          "action": ["node", "scripts/build-native.mjs"]
        }
      ]
    }
  ]
}
